import DeviceMap
import Testing

@Suite struct RepeatedBlocksTests {
  private func blocks(_ tree: ModuleTree) -> [String] {
    let marks = tree.blocks { module in tree.noSplitClasses.contains(tree.className(of: module)) }
    return marks.indices.filter { marks[$0] }.map { tree.path(of: $0) }
  }

  @Test func elementsOfRepeatingListsAreBlocks() {
    let tree = ModuleTree {
      Module("h") {
        for index in 0..<3 {
          Module("\(index)") {
            Module("experts") {
              Module("0", bytes: 1); Module("1", bytes: 1)
            }
          }
        }
      }
      Module("stages") {
        Module("0") { Module("a", bytes: 1) }
        Module("1") { Module("b", bytes: 1) }
      }
      Module("classifier") {
        Module("0", bytes: 1); Module("1", bytes: 1)
      }
    }
    #expect(blocks(tree) == ["h.0", "h.1", "h.2"])
  }

  @Test func classesWinWhereTheyOccur() {
    let tree = ModuleTree {
      Module("tower") { for index in 0..<2 { Module("\(index)", class: "V") { Module("x", bytes: 1) } } }
      Module("groups") {
        for index in 0..<2 { Module("\(index)") { Module("0", class: "Block") { Module("x", bytes: 1) } } }
      }
    }.noSplit("Block")
    #expect(blocks(tree) == ["tower.0", "tower.1", "groups.0.0", "groups.1.0"])
  }

  @Test func listsOfTwoKindsAreListsOfBlocks() {
    let tree = ModuleTree {
      Module("layers") {
        for index in 0..<6 {
          Module("\(index)", class: index % 2 == 0 ? "A" : "B") { Module(index % 2 == 0 ? "a" : "b", bytes: 1) }
        }
      }
    }
    #expect(blocks(tree).count == 6)
  }
}
