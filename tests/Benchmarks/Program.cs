using ParisPact.Benchmarks;
using ParisPact.Benchmarks.Files;
using ParisPact.Benchmarks.Hosting;
using ParisPact.Benchmarks.Matching;
using ParisPact.Benchmarks.Storage;

if (args is ["match", ..]) return MatchCommand.Run(args.AsSpan(1));

(string Name, Func<Report, Task> Run)[] scenarios =
[
    ("iati", Now(IatiSpeed.Run)),
    ("tables", Now(TableSpeed.Run)),
    ("register", RegisterSpeed.Run),
    ("lookups", LookupSpeed.Run),
    ("projection", Now(_ => InMemoryLookups.Run())),
    ("memory", PeakMemory.Run),
    ("durable", Durable),
    ("idle", IdleHost.Run),
    ("matching", Now(MatchTable.Run)),
];

if (args.Except(scenarios.Select(scenario => scenario.Name)).ToList() is [var unknown, ..])
{
    Console.Error.WriteLine($"There is no scenario '{unknown}'. Scenarios are {string.Join(", ", scenarios.Select(scenario => scenario.Name))}.");
    return 1;
}

var report = new Report();
foreach (var (name, run) in scenarios.Where(scenario => args.Length == 0 || args.Contains(scenario.Name)))
{
    Console.WriteLine($"{name}:");
    await run(report);
}

report.Print();
return 0;

static async Task Durable(Report report)
{
    await FanOut.Run(report);
    await LongLife.Run(report);
    await YearOfTimers.Run(report);
}

static Func<Report, Task> Now(Action<Report> run) => report =>
{
    run(report);
    return Task.CompletedTask;
};
