import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Numbers that a machine or a process gives.
  static let processes = [forecast, arm, demand, pendulum]

  /// The next value of a noisy series that feeds back on itself, from the last eight.
  private static let forecast = DataFamily("forecast") { random in
    let (near, far, bend) = (random.uniform(0.2...0.6), random.uniform(0.2...0.4), random.uniform(1...3))
    let noise = random.uniform(0.1...0.5)
    return DataSource(.regression) { random in
      var values = random.normals(3)
      for _ in 0..<24 {
        let (last, before) = (values[values.count - 1], values[values.count - 3])
        values.append(
          near * last - far * tanhf(bend * before) + 0.5 * sinf(2 * last) + noise * random.normal())
      }
      return Row(inputs: Array(values[18..<26]), target: values[26])
    }
  }

  /// How far the hand of an arm with several joints reaches.
  private static let arm = DataFamily("arm") { random in
    let joints = random.pick([3, 5, 8])
    let noise = random.uniform(0.05...0.4)
    return DataSource(.regression) { random in
      let angles = (0..<joints).map { _ in random.uniform(-1.5...1.5) }
      var (x, y, direction) = (Float(0), Float(0), Float(0))
      for angle in angles {
        direction += angle
        x += cosf(direction)
        y += sinf(direction)
      }
      return Row(inputs: angles, target: (x * x + y * y).squareRoot() + noise * random.normal())
    }
  }

  /// Counts by hour, weekday and weather, skewed to high numbers.
  private static let demand = DataFamily("demand") { random in
    let peaks = [random.uniform(6...10), random.uniform(15...20)]
    let weekdays = random.normals(7, deviation: 0.3)
    let warmth = random.normal() * 0.4
    return DataSource(.regression) { random in
      let hour = 24 * random.uniform()
      let weekday = Int.random(in: 0..<7, using: &random)
      let weather = random.normals(3)
      let rush = peaks.reduce(Float(0)) { $0 + expf(-($1 - hour) * ($1 - hour) / 4) }
      let level = expf(1 + rush + weekdays[weekday] + warmth * weather[0] + 0.3 * random.normal())
      let days = (0..<7).map { $0 == weekday ? Float(1) : 0 }
      return Row(
        inputs: [sinf(hour * .pi / 12), cosf(hour * .pi / 12)] + days + weather, target: level)
    }
  }

  /// Where a damped pendulum hangs after some seconds.
  private static let pendulum = DataFamily("pendulum") { random in
    let friction = random.uniform(0.05...0.5)
    let steps = random.pick([10, 25, 50])
    let noise = random.uniform(0.02...0.3)
    return DataSource(.regression) { random in
      let start = [random.uniform(-2.5...2.5), 1.5 * random.normal(), random.uniform(0.5...2)]
      var (angle, speed) = (start[0], start[1])
      for _ in 0..<steps {
        speed += 0.1 * (-sinf(angle) / start[2] - friction * speed)
        angle += 0.1 * speed
      }
      return Row(inputs: start, target: sinf(angle) + noise * random.normal())
    }
  }
}
