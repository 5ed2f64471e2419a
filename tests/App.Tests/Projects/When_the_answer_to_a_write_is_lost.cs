using Azure.Core;
using Azure.Core.Pipeline;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_the_answer_to_a_write_is_lost(AzuriteServer azurite)
{
    [Fact]
    public async Task A_change_by_hand_that_the_client_sends_again_is_in_the_log_all_the_same()
    {
        var repeat = new SendsAgain();
        var register = new TestRegister(azurite, fault: repeat);
        repeat.Marks = ["$batch", register.Names.Table("Projects")];
        await register.Register.PutAsync(Project("FIRST"), Hand(1), null, false, Stop);
        repeat.IsArmed = true;
        await register.Register.PutAsync(Project("A"), Hand(2), null, false, Stop);
        repeat.IsArmed = false;

        Assert.True(repeat.Sent > 0);
        Assert.Equal(1, (await register.GetAsync("A"))!.Version);
        Assert.Contains(ProjectKey.Of(Partner, Reference("A")), await register.LoggedAsync());
    }

    [Fact]
    public async Task A_change_under_a_condition_that_the_client_sends_again_is_answered_as_done()
    {
        var repeat = new SendsAgain();
        var register = new TestRegister(azurite, fault: repeat);
        repeat.Marks = ["$batch", register.Names.Table("Projects")];
        await register.Register.PutAsync(Project("FIRST"), Hand(1), null, false, Stop);
        repeat.IsArmed = true;
        var created = Assert.IsType<ChangeResult.Created>(await register.Register.PutAsync(Project("A", "One"), Hand(2), null, onlyNew: true, Stop));
        var updated = Assert.IsType<ChangeResult.Updated>(await register.Register.PutAsync(Project("A", "Two"), Hand(3), created.Project.ETag, false, Stop));
        var withdrawn = Assert.IsType<ChangeResult.Updated>(await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(4), updated.Project.ETag, Stop));
        repeat.IsArmed = false;

        Assert.True(repeat.Sent >= 3);
        Assert.Equal(3, withdrawn.Project.Version);
        Assert.Equal((3, true), ((await register.GetAsync("A"))!.Version, (await register.GetAsync("A"))!.Withdrawn));
    }

    [Fact]
    public async Task Whoever_sends_a_change_again_because_no_answer_came_is_told_that_it_stands_and_nobody_else_is()
    {
        var register = new TestRegister(azurite);
        var created = Assert.IsType<ChangeResult.Created>(await register.Register.PutAsync(Project("A", "One"), Hand(1), null, onlyNew: true, Stop));
        Assert.IsType<ChangeResult.Unchanged>(await register.Register.PutAsync(Project("A", "One"), Hand(2), null, onlyNew: true, Stop));
        Assert.IsType<ChangeResult.Updated>(await register.Register.PutAsync(Project("A", "Two"), Hand(3), created.Project.ETag, false, Stop));
        Assert.IsType<ChangeResult.Unchanged>(await register.Register.PutAsync(Project("A", "Two"), Hand(4), created.Project.ETag, false, Stop));
        Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A", "Three"), Hand(5), created.Project.ETag, false, Stop));
        Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A", "Two"), Hand(5) with { By = "somebody else" }, created.Project.ETag, false, Stop));
        Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A", "Two"), Hand(5), null, onlyNew: true, Stop));
        Assert.Equal(2, (await register.GetAsync("A"))!.Version);
    }

    /// <summary>Sends writes of the truth twice, and shows the second answer: what a client's retry does when the first answer never comes.</summary>
    private sealed class SendsAgain : HttpPipelinePolicy
    {
        public string[] Marks { get; set; } = [];

        public bool IsArmed { get; set; }

        public int Sent { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits in place.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            if (!IsArmed || message.Request.Method == RequestMethod.Get || !Marks.Any(message.Request.Uri.ToString().Contains)) return;
            Sent++;
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
    }
}
