/// For whom a document is set: what is only for oneself is left out for others.
package enum Readership: Sendable, Hashable {
    case oneself
    case others
}
