"""Hands reports over to a city's Open311 endpoint (GeoReport v2, https://wiki.open311.org/GeoReport_v2)."""
