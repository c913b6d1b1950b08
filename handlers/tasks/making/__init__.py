"""Making a task, one question at a time; what is rarer stands behind the preview."""
