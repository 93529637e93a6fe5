"""How records come in and go out: files, other catalogues, templates."""
