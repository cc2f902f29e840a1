"""Policy and facts to findings and a decision."""
