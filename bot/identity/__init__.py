"""Who is who and where: people, places, roles, consents, and doors joined or parted."""
