"""Rules about the built site: about one page while it is parsed, and about the whole site."""
