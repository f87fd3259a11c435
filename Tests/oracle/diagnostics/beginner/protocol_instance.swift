protocol Animal { init() }
let a = Animal()
