"""The one that reads and writes the table `outbox`, and which message shows which picture; other SQL takes its
conditions from here (`fragments`)."""
