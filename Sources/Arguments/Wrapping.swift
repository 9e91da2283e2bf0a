/// The words of a text in lines of at most `width` characters; a longer word has its own line.
func wrap(_ text: String, width: Int) -> [String] {
  wrap(parts: text.split(whereSeparator: \.isWhitespace).map(String.init), width: width)
}

/// The parts, none of them broken, in lines of at most `width` characters.
func wrap(parts: [String], width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for part in parts {
    if line.isEmpty {
      line = part
    } else if line.count + 1 + part.count <= width {
      line += " " + part
    } else {
      lines.append(line)
      line = part
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// Paragraphs in lines of at most `width` characters, with empty lines between them as they were;
/// a line that begins with two spaces is kept whole.
func wrap(paragraphs text: String, width: Int) -> [String] {
  var lines: [String] = []
  var paragraph = ""
  func flush() {
    lines += wrap(paragraph, width: width)
    paragraph = ""
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty || line.hasPrefix("  ") {
      flush()
      lines.append(String(line))
    } else {
      paragraph += line + " "
    }
  }
  flush()
  return lines
}

/// A command line in lines of at most `width` characters, joined by backslashes where it is
/// broken, so that it runs when pasted; never broken inside quotes.
func wrap(commandLine: String, width: Int) -> [String] {
  guard commandLine.count > width else { return [commandLine] }
  var parts = [""]
  var quote: Character?
  for character in commandLine {
    if quote == nil, character == " " {
      parts.append("")
      continue
    }
    if quote == nil, character == "'" || character == "\"" {
      quote = character
    } else if quote == character {
      quote = nil
    }
    parts[parts.count - 1].append(character)
  }
  let lines = wrap(parts: parts.filter { !$0.isEmpty }, width: width - 4)
  return lines.enumerated().map { index, line in
    (index == 0 ? "" : "  ") + line + (index == lines.count - 1 ? "" : " \\")
  }
}
