// Who writes `import Nabla` can show what it computes: `display`, `Table`, `Chart` come with it.
@_exported public import Rendering
