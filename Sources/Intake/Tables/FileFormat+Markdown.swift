extension FileFormat {
  /// The file's format as a section of Markdown, for `docs/workspace.md`.
  package var markdown: String {
    let kind = name.hasSuffix(".yaml") ? "key" : "column"
    var lines = [
      "## \(name)", "", about + (isRequired ? " Every workspace has this file." : ""), "",
      "| \(kind) | what stands in it | where it is empty |", "|---|---|---|",
    ]
    lines += columns.map { column in
      let cells = ["`\(column.name)`", column.about, column.whenEmpty ?? "an error: it is needed"]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension WorkspaceFormat {
  /// The format of a workspace as a document.
  package static var markdown: String {
    let opening = """
      # The files of a workspace

      A workspace is a folder. Its tables are CSV files as any spreadsheet program saves them: UTF-8 with or without
      byte order mark, a header line with the names of the columns in any order, commas between fields, quotes around
      fields that hold commas, quotes or line ends. Rows and columns without content are passed over; a column with
      another name is an error. A file has at most \(CSVLimits().fileBytes >> 20) MiB and \
      \(CSVLimits().rows) rows, a row at most \(CSVLimits().rowBytes >> 20) MiB and \(CSVLimits().fields) fields.

      - **Keys** are any text without white space, commas, semicolons and colons. CDS codes have 14 digits: format
        their column as text, or a spreadsheet drops the leading zero. Leaders, venues, schools and districts have
        keys of their own, and so have series and coaching requests; a venue with the key of a school is that school.
      - **Lists** are keys parted by spaces, semicolons or commas.
      - **Dates** are `2026-09-14`, or `9/14/2026` in the order of the United States. They lie in the school year.
      - **Times** are `8:30`, `16:00` or `4:00 PM`.
      - **Standards** are `FRAMEWORK/GRADES/DOMAIN`; a shorter key stands for all below it.

      Other files in the folder are left alone, unless one looks like a misspelt file of a workspace.

      """
    return opening + files.map { "\n" + $0.markdown }.joined()
  }
}
