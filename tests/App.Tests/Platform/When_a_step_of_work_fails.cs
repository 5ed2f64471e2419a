using Azure;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Platform;

public sealed class When_a_step_of_work_fails
{
    public static TheoryData<Exception> Passing =>
    [
        new RequestFailedException(503, "busy"),
        new AggregateException(new RequestFailedException(0, "no answer"), new TaskCanceledException("took too long")),
    ];

    public static TheoryData<Exception> Lasting =>
    [
        new RequestFailedException(404, "gone"),
        new InvalidOperationException("a bug"),
        new AggregateException(new TaskCanceledException("took too long"), new InvalidOperationException("a bug")),
    ];

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task What_may_pass_is_tried_again(Exception fault)
    {
        var failure = await Assert.ThrowsAsync<TransientFailure>(() => TransientFailure.Of(() => Task.FromException<int>(fault)));
        Assert.Same(fault, failure.InnerException);
    }

    [Fact]
    public async Task What_was_cut_short_is_tried_again_and_does_not_pass_for_a_cancellation()
    {
        var failure = await Assert.ThrowsAsync<TransientFailure>(() => TransientFailure.Of(() => Task.FromException<int>(new TaskCanceledException("no time left"))));
        Assert.Null(failure.InnerException);
        Assert.Contains("no time left", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lasting), DisableDiscoveryEnumeration = true)]
    public async Task What_stays_wrong_is_not(Exception fault) =>
        Assert.Same(fault, await Assert.ThrowsAnyAsync<Exception>(() => TransientFailure.Of(() => Task.FromException<int>(fault))));
}
