"""Files that people take away, built from a published release. `results.files.research` alone reads ballots."""
