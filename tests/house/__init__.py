"""The house itself: what can drift between code, sentences and pages."""
