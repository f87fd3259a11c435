import Testing

@Suite struct SessionTests {}
