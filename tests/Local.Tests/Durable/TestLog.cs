using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ParisPact.Tests.Durable;

/// <summary>Keeps what was logged, from warnings up, and from everything where a test writes itself.</summary>
internal sealed class TestLog : ILoggerFactory
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IEnumerable<string> Errors => Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Writer(TestLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
