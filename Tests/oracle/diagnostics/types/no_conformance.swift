protocol Shape { func area() -> Double }
struct Sq: Shape {}
