struct A { var b: A? }
