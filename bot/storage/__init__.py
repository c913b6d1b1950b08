"""Where the bytes of files lie: the data folder, or a bucket that several processes share (MEDIA_URL)."""
