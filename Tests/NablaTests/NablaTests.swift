import Testing

@Suite struct NablaTests {}
