import Testing

@Suite struct JupyterTests {}
