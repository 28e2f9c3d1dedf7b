"""`kiosk render --as web`: the exhibit as a site of plain files."""
