"""handlers/: what people do, as stories in their words."""
