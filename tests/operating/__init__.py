"""What an operator does: commands, installation, backups, the demo, the simulation."""
