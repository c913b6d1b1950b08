"""A machine that translates, where operator and place let it: asked after the commit, its answers checked."""
