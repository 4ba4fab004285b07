/// SQL: what follows the last slash of a column, which is the folder’s name in the name of a repository.
enum LastPart {
    static func of(_ column: String) -> String {
        "replace(\(column), rtrim(\(column), replace(\(column), '/', '')), '')"
    }
}
