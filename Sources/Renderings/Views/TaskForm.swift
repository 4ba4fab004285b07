/// Where the person asks what career one task builds.
package struct TaskForm: Sendable {
    package var task: String
    package var name: String

    package init(task: String = "", name: String = "") {
        self.task = task
        self.name = name
    }

    package var fragment: Fragment {
        Templates.render(.taskForm, ["action": PageEntry.picture.path, "task": task, "name": name])
    }
}
