"""What leaves the chat: exports, open data, posters, translations."""
