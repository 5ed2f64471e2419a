using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Tests.Platform;

/// <summary>Who may do what, written down once more, and held against what the functions answer.</summary>
[Collection(RunningAppTests.Name)]
public sealed partial class When_each_role_calls_each_function(RunningApp app)
{
    private const string All = "partner focal-point analyst coordinator secretariat";
    private const string Senders = "partner focal-point secretariat";
    private const string Desk = "secretariat";

    private static readonly Dictionary<string, string> May = new()
    {
        ["DescribeApi"] = All,
        ["ListProjects"] = All,
        ["CountFacets"] = All,
        ["CrossTabulate"] = All,
        ["ShowProject"] = All,
        ["ShowHistory"] = All,
        ["ListRates"] = All,
        ["AddRates"] = Desk,
        ["RebuildProjection"] = "coordinator secretariat",
        ["ShowRebuild"] = "coordinator secretariat",
        ["PutProject"] = Senders,
        ["WithdrawProject"] = Senders,
        ["RenameProject"] = Senders,
        ["TakeDownProject"] = Desk,
        ["ReadTakedown"] = Desk,
        ["LiftTakedown"] = Desk,
        ["SendUpload"] = Senders,
        ["CreateUploadLink"] = Senders,
        ["ListUploads"] = All,
        ["ReadReceipt"] = All,
        ["TakeBackUpload"] = Senders,
        ["RetryUpload"] = Desk,
        ["MapColumns"] = Senders,
        ["ReadTemplate"] = All,
        ["ReadProjectSchema"] = All,
        ["ListPartners"] = All,
        ["ReadPartner"] = All,
        ["PutPartner"] = Desk,
        ["DeletePartner"] = Desk,
        ["LoadPartners"] = Desk,
        ["ListMail"] = Desk,
        ["RetryMail"] = Desk,
        ["StartDuplicateRun"] = "coordinator secretariat",
        ["ShowDuplicateRun"] = All,
        ["ReadDuplicateReport"] = All,
        ["ListDuplicates"] = All,
        ["ShowDuplicate"] = All,
        ["DecideDuplicate"] = "partner focal-point coordinator secretariat",
        ["AssignDuplicate"] = "coordinator secretariat",
        ["ExportVerdicts"] = "coordinator secretariat",
        ["ImportVerdicts"] = "coordinator secretariat",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_answered_where_the_table_says_so_and_nowhere_else()
    {
        var wrong = new List<string>();
        var functions = Permissions.Functions().Select(method => (
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            Trigger: method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single())).ToList();
        Assert.Equal(May.Keys.Order(), functions.Select(function => function.Name).Where(name => name != "Health").Order());
        using var nobody = app.Host.CreateClient();
        foreach (var (name, trigger) in functions.Where(function => function.Name != "Health"))
            foreach (var verb in trigger.Methods!)
            {
                if (await StatusAsync(nobody, verb, trigger.Route!) is var answer && answer.Status != HttpStatusCode.Unauthorized) wrong.Add($"{name} {verb} answers nobody with {answer.Status}");
                foreach (var role in All.Split(' '))
                {
                    using var client = app.Client(role, partner: role == "partner" ? "somebody-else" : null, country: "KZ");
                    var (status, text) = await StatusAsync(client, verb, trigger.Route!);
                    var refused = status == HttpStatusCode.Forbidden && text.Contains("Your role may not do this.", StringComparison.Ordinal);
                    if (refused == May[name].Split(' ').Contains(role)) wrong.Add($"{name} {verb} answers {role} with {status}");
                    if (status >= HttpStatusCode.InternalServerError) wrong.Add($"{name} {verb} fails for {role}: {text}");
                }
            }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("PUT", "projects/{0}/UC0x", 403)]
    [InlineData("DELETE", "projects/{0}/UC0x", 403)]
    [InlineData("POST", "projects/{0}/UC0x/rename", 403)]
    [InlineData("POST", "uploads?name=a.csv&partner={0}", 403)]
    [InlineData("POST", "uploads/links?name=a.csv&partner={0}", 403)]
    [InlineData("PUT", "partners/{0}/mapping", 403)]
    [InlineData("GET", "partners/{0}/mapping", 403)]
    [InlineData("GET", "uploads?partner={0}", 403)]
    public async Task A_partner_has_no_hand_in_what_is_another_s(string verb, string address, int status)
    {
        var partner = await app.NewPartnerAsync("AF");
        using var client = app.Client("partner", "somebody-else");
        var answer = await StatusAsync(client, verb, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, partner));
        Assert.Equal(status, (int)answer.Status);
    }

    private static async Task<(HttpStatusCode Status, string Text)> StatusAsync(HttpClient client, string verb, string route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb.ToUpperInvariant()), "api/" + Placeholder().Replace(route, match => match.Value switch
        {
            "{partner}" => "nobody-knows",
            "{name}" => "projects.csv",
            _ => "UC0x",
        }));
        if (verb.ToUpperInvariant() is "PUT" or "POST") request.Content = new StringContent("{}");
        using var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("""\{[a-z]+\}""")]
    private static partial Regex Placeholder();
}
