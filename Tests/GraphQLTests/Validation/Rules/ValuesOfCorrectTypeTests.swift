import GraphQL
import Testing

@Suite struct ValuesOfCorrectTypeTests {
  @Test(
    "these are valid",
    arguments: [
      #"{ arguments { int(a: 1) float(a: 1) id(a: 1) ints(a: 1) ints2: ints(a: [1, null]) enumeration(a: SIT) string(a: null) } stamp(at: {any: [1, "x", T]}) }"#,
      #"{ findPet(by: {id: 1}) { name } }"#,
      #"query ($v: Int) { stamp(at: [$v]) }"#,
    ])
  func valid(_ text: String) throws {
    try expectValid(.valuesOfCorrectType, text)
  }

  @Test("these are not, and why")
  func invalid() throws {
    try expectErrors(
      .valuesOfCorrectType,
      #"{ arguments { int(a: "3") float(a: "1") boolean(a: 2) id(a: 1.0) string(a: BAR) } }"#,
      [
        #"1:22 Expected Int, found "3""#,
        #"1:36 Expected Float, found "1""#,
        #"1:52 Expected Boolean, found 2"#,
        #"1:61 Expected ID, found 1.0"#,
        #"1:76 Expected String, found BAR"#,
      ])
    try expectErrors(
      .valuesOfCorrectType,
      #"{ arguments { enumeration(a: SITT) e: enumeration(a: "SIT") nonNull(a: null) strict(a: [1, null]) int(a: [1]) } }"#,
      [
        #"1:30 Expected a value of the enum DogCommand, found SITT. Did you mean "SIT"?"#,
        #"1:54 Expected a value of the enum DogCommand, found "SIT". Did you mean "SIT"?"#,
        #"1:72 Expected a value of Boolean!, found null"#,
        #"1:92 Expected a value of Int!, found null"#,
        #"1:106 Expected Int, found [1]"#,
      ])
    try expectErrors(
      .valuesOfCorrectType,
      #"{ findPet(by: {id: 1, name: "a"}) { name } }"#,
      [
        #"1:15 PetKey takes exactly one field, and that not null"#
      ])
    try expectErrors(
      .valuesOfCorrectType,
      #"query ($a: Int = "x", $b: [Int] = [1, "y"]) { dog { name } }"#,
      [
        #"1:18 Expected Int, found "x""#,
        #"1:39 Expected Int, found "y""#,
      ])
    try expectErrors(
      .valuesOfCorrectType,
      #"{ arguments { int(a: 99999999999) int2: int(a: {a: 1}) } findDog(searchBy: "x") { name } }"#,
      [
        #"1:22 Expected Int, a whole number of 32 bits, found 99999999999"#,
        #"1:48 Expected Int, found {a: 1}"#,
        #"1:76 Expected an object of FindDogInput, found "x""#,
      ])
  }
}
