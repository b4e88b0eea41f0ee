extension ModelLoading {
  /// - Throws: ``ExportError`` where the model is not what an engine finds that reads the root of a repository, and all
  ///   weights that lie there.
  func checkRoot(_ target: ExportTarget) throws(ExportError) {
    if let folder = place.folder {
      throw .refused(
        target, reason: "reads the root of a repository, and the model is in its folder '\(folder)'",
        nearest: "download the folder and plan it by its path")
    }
    if let file = place.files.first {
      throw .refused(
        target, reason: "reads all weights of a folder and does not choose '\(file)' among them",
        nearest: "put it into a folder of its own, with its config.json, and plan that")
    }
  }

  /// - Throws: ``ExportError`` where the model is not what an engine finds that asks for the usual branch of a repository on
  ///   the Hugging Face hub.
  func checkUsualHub(_ target: ExportTarget) throws(ExportError) {
    try checkRoot(target)
    let other: String
    if place.isModelScope {
      other = "a repository of ModelScope"
    } else if let revision {
      other = "revision '\(revision)'"
    } else {
      return
    }
    throw .refused(
      target, reason: "loads the usual branch from the Hugging Face hub, not \(other)",
      nearest: "download it and plan the folder by its path")
  }

  /// The variables of the environment that lead to the hub and the server of the model.
  ///
  /// - Parameter switchToModelScope: the variable that makes the engine read ModelScope, and its value.
  func variables(_ switchToModelScope: (name: String, value: String)?) -> [(name: String, value: String)] {
    var variables: [(name: String, value: String)] = []
    if place.isModelScope, let switchToModelScope { variables.append(switchToModelScope) }
    if let server = place.server {
      // ModelScope's clients want the host alone.
      let host = server.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? server
      variables.append(place.isModelScope ? ("MODELSCOPE_DOMAIN", host) : ("HF_ENDPOINT", server))
    }
    return variables
  }

  /// The same as words before a command, each with a space behind it.
  func words(_ switchToModelScope: (name: String, value: String)?) -> String {
    variables(switchToModelScope).map { "\($0.name)=\(StageText.shellWord($0.value)) " }.joined()
  }

  /// The same as lines of Python, which stand before the imports that read them.
  func lines(_ switchToModelScope: (name: String, value: String)?) -> [String] {
    let lines = variables(switchToModelScope).map {
      "os.environ[\(PythonLoading.quoted($0.name))] = \(PythonLoading.quoted($0.value))"
    }
    return lines.isEmpty ? [] : ["import os"] + lines
  }

  /// vLLM's and SGLang's variable for ModelScope.
  static func modelScopeSwitch(_ target: ExportTarget) -> (name: String, value: String) {
    target == .sglang ? ("SGLANG_USE_MODELSCOPE", "true") : ("VLLM_USE_MODELSCOPE", "true")
  }
}
