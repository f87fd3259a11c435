// Prelude
