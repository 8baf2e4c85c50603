"""How a system is put on paper: cells, routes, letters. Pure. layout.py and svg.py are the ways in."""
