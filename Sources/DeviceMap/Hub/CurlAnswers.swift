/// The answers that curl puts into a folder: `0` the header and the body of the first request.
struct CurlAnswers: Sendable {
  let folder: String
  let requests: [HubRequest]

  /// What was answered to each request: what has been read already, and what else the folder has.
  func all(_ known: [Int: HubAnswer], _ outcomes: [CurlOutcome], isStopped: Bool) -> [HubAnswer] {
    let text = isStopped ? "the time for all of it is over" : ""
    var answers: [HubAnswer] = requests.indices.map { place in
      known[place]
        ?? .failure(HubTransportFailure(.timedOut, url: isStopped ? reached(place) : requests[place].url, text: text))
    }
    // What was given up because of another request failed as that one did.
    let cause = outcomes.first { $0.failure != nil && !$0.isGivenUp }
    for outcome in outcomes where requests.indices.contains(outcome.number) && known[outcome.number] == nil {
      if let failure = outcome.isGivenUp ? (cause ?? outcome).failure : outcome.failure {
        answers[outcome.number] = .failure(failure)
      } else {
        answers[outcome.number] = answer(outcome)
      }
    }
    for (place, request) in requests.enumerated() where isStopped && length(place) > most(place) {
      var failure = HubTransportFailure(.tooLong, url: request.url, text: "")
      failure.status = head(place)?.status
      answers[place] = .failure(failure)
    }
    return answers
  }

  /// The answer to a request that has ended well.
  func answer(_ outcome: CurlOutcome) -> HubAnswer {
    do throws(FileError) {
      var bytes = try Files.read(path(outcome.number), limit: most(outcome.number))
      let head = CurlHead(bytes, redirects: outcome.redirects)
      bytes.removeFirst(head.length)
      guard bytes.count <= requests[outcome.number].mostBytes else { return tooLong(outcome) }
      var response = HubResponse(status: outcome.status, fields: head.fields.last, body: bytes)
      (response.earlierFields, response.url) = (head.fields.earlier, outcome.url)
      return .response(response)
    } catch {
      if case .tooLarge = error.reason { return tooLong(outcome) }
      return .failure(HubTransportFailure(.notStored, url: outcome.url, text: error.description))
    }
  }

  private func tooLong(_ outcome: CurlOutcome) -> HubAnswer {
    .failure(HubTransportFailure(.tooLong, url: outcome.url, text: ""))
  }

  /// Whether no answer is longer than it may be.
  var areWithinLimits: Bool { requests.indices.allSatisfy { length($0) <= most($0) } }

  /// The bytes of an answer so far.
  private func length(_ place: Int) -> Int { Files.length(of: path(place)) ?? 0 }

  /// The bytes that an answer may have.
  private func most(_ place: Int) -> Int { requests[place].mostBytes +| CurlHead.most }

  private func path(_ place: Int) -> String { Files.join(folder, "\(place)") }

  /// The header of an answer that is not whole.
  private func head(_ place: Int) -> CurlHead? {
    guard let file = try? OpenFile(path(place)), let length = file.length else { return nil }
    return (try? file.read(min(length, CurlHead.most), at: 0)).map { CurlHead($0) }
  }

  /// Where a request has come that was stopped on its way.
  private func reached(_ place: Int) -> String {
    var request = requests[place]
    guard let head = head(place) else { return request.url }
    for field in head.fields.earlier + head.fields.last where field.name.lowercased() == "location" {
      request = request.redirected(to: field.value) ?? request
    }
    return request.url
  }
}
