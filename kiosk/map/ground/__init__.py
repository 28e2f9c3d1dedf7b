"""The painters of the base map's layers."""
