struct Config { static let limit = 3; var x = 1 }
let c = Config()
print(c.limit)
print(Config.x)
