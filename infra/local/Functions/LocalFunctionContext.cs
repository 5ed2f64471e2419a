using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

internal sealed class LocalFunctionContext : FunctionContext
{
    private readonly Lazy<LocalTraceContext> trace = new(() => new LocalTraceContext());

    public LocalFunctionContext(Invocation invocation, IServiceProvider services)
    {
        Invocation = invocation;
        InstanceServices = services;
        BindingContext = new LocalBindingContext(invocation.BindingData);
        Items = new Dictionary<object, object>(invocation.Items);
        Features.Set(Result);
    }

    public Invocation Invocation { get; }

    public RunResult Result { get; } = new();

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext => trace.Value;

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext => Invocation.Retry;

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Invocation.Function.Definition;

    public override IDictionary<object, object> Items { get; set; }

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => Invocation.Cancellation;
}
