"""What the gate lets pass: findings that a comment, a sidecar file or a baseline answers for."""
