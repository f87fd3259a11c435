// Nabla
