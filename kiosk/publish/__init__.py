"""The exhibit as files: pictures, paper, a site."""
