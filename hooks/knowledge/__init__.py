"""The core: data in, pages out. It knows no host (no MkDocs), no clock, no network."""
