protocol Command {
  static var verb: String { get }
  init?(arguments: [Substring])
  func run(in world: inout World) throws -> String
}

enum GameError: Error, Equatable, CustomStringConvertible {
  case unknownVerb(String), cannotGo(Direction), missing(String)
  var description: String {
    switch self {
    case .unknownVerb(let verb): "I do not know how to \(verb)."
    case .cannotGo(let direction): "There is no way \(direction)."
    case .missing(let thing): "There is no \(thing) here."
    }
  }
}

enum Direction: String, CaseIterable { case north, south, east, west
  var opposite: Direction {
    switch self {
    case .north: .south
    case .south: .north
    case .east: .west
    case .west: .east
    }
  }
}

struct Room {
  let name: String
  var exits: [Direction: String] = [:]
  var items: Set<String> = []
}

struct World {
  private(set) var rooms: [String: Room] = [:]
  var here = "hall"
  var inventory: [String] = []
  private(set) var moves = 0 { didSet { if moves % 3 == 0 { events.append("A clock strikes \(moves / 3).") } } }
  var events: [String] = []

  mutating func add(_ room: Room) { rooms[room.name] = room }
  mutating func connect(_ a: String, _ direction: Direction, _ b: String) {
    rooms[a]?.exits[direction] = b
    rooms[b]?.exits[direction.opposite] = a
  }
  var room: Room {
    get { rooms[here]! }
    set { rooms[here] = newValue }
  }
  mutating func count() { moves += 1 }
}

struct Go: Command {
  static let verb = "go"
  let direction: Direction
  init?(arguments: [Substring]) {
    guard let word = arguments.first, let direction = Direction(rawValue: String(word)) else { return nil }
    self.direction = direction
  }
  func run(in world: inout World) throws -> String {
    guard let target = world.room.exits[direction] else { throw GameError.cannotGo(direction) }
    world.here = target
    return "You are in the \(target)."
  }
}

struct Take: Command {
  static let verb = "take"
  let item: String
  init?(arguments: [Substring]) {
    if arguments.isEmpty { return nil }
    item = arguments.joined(separator: " ")
  }
  func run(in world: inout World) throws -> String {
    guard world.room.items.remove(item) != nil else { throw GameError.missing(item) }
    world.inventory.append(item)
    return "Taken."
  }
}

struct Look: Command {
  static let verb = "look"
  init?(arguments: [Substring]) {}
  func run(in world: inout World) -> String {
    let exits = world.room.exits.keys.map(\.rawValue).sorted().joined(separator: ", ")
    let items = world.room.items.isEmpty ? "nothing" : world.room.items.sorted().joined(separator: " and ")
    return "The \(world.here): \(items). Exits: \(exits)."
  }
}

let commands: [any Command.Type] = [Go.self, Take.self, Look.self]

func perform(_ line: String, _ world: inout World) throws -> String {
  let words = line.split(separator: " ")
  guard let verb = words.first else { return "" }
  guard let type = commands.first(where: { $0.verb == verb }) else { throw GameError.unknownVerb(String(verb)) }
  guard let command = type.init(arguments: Array(words.dropFirst())) else { return "\(type.verb.capitalized) what?" }
  defer { world.count() }
  return try command.run(in: &world)
}

extension String { var capitalized: String { prefix(1).uppercased() + dropFirst() } }

var world = World()
["hall", "garden", "cellar"].forEach { world.add(Room(name: $0)) }
world.connect("hall", .north, "garden")
world.connect("hall", .east, "cellar")
world.here = "garden"
world.room.items = ["rose", "old key"]
world.here = "hall"
for line in ["look", "go up", "go north", "look", "take old key", "take sword", "go west", "dance", "go south", "go east", "look", ""] {
  do { print(">", line, "|", try perform(line, &world)) } catch { print(">", line, "|", error) }
}
print(world.inventory, world.moves, world.events, world.rooms["garden"]!.items)
