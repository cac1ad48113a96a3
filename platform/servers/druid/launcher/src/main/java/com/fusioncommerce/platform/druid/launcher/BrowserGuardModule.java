package com.fusioncommerce.platform.druid.launcher;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.EnumSet;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import org.apache.druid.initialization.DruidModule;
import org.apache.druid.server.initialization.jetty.ServletFilterHolder;

/** Druid module that puts {@link BrowserGuard} before all other handlers. */
public final class BrowserGuardModule implements DruidModule {
    @Override
    public void configure(Binder binder) {
        Multibinder.newSetBinder(binder, ServletFilterHolder.class).addBinding().toInstance(new Guarded());
    }

    private static final class Guarded implements ServletFilterHolder {
        @Override
        public Filter getFilter() {
            return new BrowserGuard();
        }

        @Override
        public Class<? extends Filter> getFilterClass() {
            return null;
        }

        @Override
        public Map<String, String> getInitParameters() {
            return Map.of();
        }

        @Override
        @SuppressWarnings("deprecation") // The method is abstract in Druid's interface, though deprecated there.
        public String getPath() {
            return "/*";
        }

        @Override
        public EnumSet<DispatcherType> getDispatcherType() {
            return EnumSet.of(DispatcherType.REQUEST);
        }
    }
}
