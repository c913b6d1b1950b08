"""Do two ideas say the same? Words, their stems, a glossary, and a small sentence model where there is one."""
