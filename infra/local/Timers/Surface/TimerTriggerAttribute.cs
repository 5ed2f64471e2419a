using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by the clock.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Six fields (<c>{second} {minute} {hour} {day} {month} {day of week}</c>), five without the second, a <see cref="TimeSpan"/>, or <c>%Setting%</c>.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Remembers the schedule over restarts, so that a missed occurrence is made up for once.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
