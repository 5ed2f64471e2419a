using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ParisPact.Functions.Duplicates;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Entry;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions;

/// <summary>What the app is made of. The same for Azure, for one machine and for the tests.</summary>
internal static class Composition
{
    public static void Configure(FunctionsApplicationBuilder builder)
    {
        // The tests and the local runtime bring their own clock.
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddPlatform();
        builder.Services.AddSingleton<PartnerDirectory>();
        builder.Services.AddSingleton<Register>();
        builder.Services.AddSingleton<ProjectAccess>();
        builder.Services.AddLookups();
        builder.Services.AddIntake();
        builder.Services.AddMail();
        builder.Services.AddDuplicates();
    }
}
