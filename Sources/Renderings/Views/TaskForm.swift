/// Where the person asks what career one task builds.
package struct TaskForm: Sendable {
    package var task: String
    package var name: String
    package var title = "A task seen from the career angle"
    package var hint = "Name a task of the coming week: what it builds, who will see it, what it makes possible next."

    package init(task: String = "", name: String = "") {
        self.task = task
        self.name = name
    }

    package var fragment: Fragment {
        Templates.render(
            .taskForm,
            [
                "title": title, "hint": hint, "action": PageEntry.picture.path, "task": task, "name": name,
            ])
    }
}
