import Testing

@Suite struct PreludeTests {}
