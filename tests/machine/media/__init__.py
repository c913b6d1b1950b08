"""Pictures in, pictures out, and the disk they lie on."""
