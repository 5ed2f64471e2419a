using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using ParisPact.Local.Functions;

namespace ParisPact.Tests.Functions;

public sealed class When_functions_are_discovered
{
    [Theory]
    [InlineData(typeof(RetryOnBlob), "AZFW0012")]
    [InlineData(typeof(RetryOnHttp), "AZFW0012")]
    [InlineData(typeof(SameName), "AZFW0017")]
    [InlineData(typeof(TwoTriggers), "2 triggers")]
    [InlineData(typeof(Hidden), "not public")]
    public void What_the_published_build_refuses_is_refused(Type functions, string reason)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Discover([functions]));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_described_as_the_host_would()
    {
        var function = Assert.Single(Discover([typeof(OnBlob)]).Functions).Definition;
        Assert.Equal(("Take", "ParisPact.Tests.Functions.When_functions_are_discovered+OnBlob.Run"), (function.Name, function.EntryPoint));
        Assert.Equal(["content", "context"], function.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("blobTrigger", function.InputBindings["content"].Type);
    }

    [Fact]
    public void A_setting_switches_one_off()
    {
        var catalog = Discover([typeof(OnBlob)], ("AzureWebJobs.Take.Disabled", "true"));
        Assert.Empty(catalog.Functions);
        Assert.Equal(["Take"], catalog.Disabled);
    }

    private static FunctionCatalog Discover(Type[] classes, params (string Name, string Value)[] settings) =>
        FunctionCatalog.Discover(classes, new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());

    public static class RetryOnBlob
    {
        [Function("A")]
        [FixedDelayRetry(2, "00:00:01")]
        public static void Run([BlobTrigger("uploads/{name}")] string content)
        {
        }
    }

    public static class RetryOnHttp
    {
        [Function("A")]
        [ExponentialBackoffRetry(2, "00:00:01", "00:00:10")]
        public static void Run([HttpTrigger] HttpRequest request)
        {
        }
    }

    public static class SameName
    {
        [Function("Same")]
        public static void One([HttpTrigger] HttpRequest request)
        {
        }

        [Function("same")]
        public static void Two([HttpTrigger] HttpRequest request)
        {
        }
    }

    public static class TwoTriggers
    {
        [Function("A")]
        public static void Run([HttpTrigger] HttpRequest request, [BlobTrigger("uploads/{name}")] string content)
        {
        }
    }

    public static class Hidden
    {
        [Function("A")]
        internal static void Run([HttpTrigger] HttpRequest request)
        {
        }
    }

    public static class OnBlob
    {
        [Function("Take")]
        public static void Run([BlobTrigger("uploads/{name}")] string content, FunctionContext context)
        {
        }
    }
}
