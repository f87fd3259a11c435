// Written by `make generate` from the library's public declarations; do not edit.

internal import Language

extension LibraryModule {
  static var functions: [NativeFunction] {
    var all: [NativeFunction] = []
    all += functions0
    all += functions1
    all += functions2
    all += functions3
    all += functions4
    all += functions5
    all += functions6
    all += functions7
    all += functions8
    all += functions9
    all += functions10
    all += functions11
    all += functions12
    all += functions13
    all += functions14
    all += functions15
    all += functions16
    all += functions17
    all += functions18
    return all
  }
}
