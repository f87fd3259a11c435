class A { var x: Int }
